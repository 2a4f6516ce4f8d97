package io.tierline.policy;

import io.tierline.policy.Declaration.Word;
import java.util.List;
import java.util.Map;

/**
 * The order in which a pack wants tickets worked on.
 *
 * @param by the assessment that answers with the lane
 * @param lanes first to last
 */
record QueueRule(String by, Map<String, Lane> lanes, Word word) {

  /**
   * A part of the queue.
   *
   * @param byArrival whether what came first goes first; otherwise what is due first
   */
  record Lane(boolean byArrival, Word word) {}

  /** Where a lane stands, from 0. */
  int rank(String lane) {
    return List.copyOf(lanes.keySet()).indexOf(lane);
  }
}
