package io.tierline.release;

import io.tierline.ticket.Horizons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has tickets judged anew after years were added, a batch at a time. It goes by what a ticket was
 * last judged with, not by the event, so that one which another instance was writing meanwhile,
 * with what it knew then, is not forgotten.
 */
@Component
class Completion {
  private static final Logger LOG = LoggerFactory.getLogger(Completion.class);

  private final StoredPacks packs;
  private final Horizons horizons;
  private final int batch;

  /**
   * @param batch {@code tierline.calendars.batch}: how many tickets of a pack a round takes
   */
  Completion(
      StoredPacks packs, Horizons horizons, @Value("${tierline.calendars.batch:200}") int batch) {
    this.packs = packs;
    this.horizons = horizons;
    this.batch = batch;
  }

  /** One round; the pause between two is {@code tierline.calendars.pause}. */
  @Scheduled(fixedDelayString = "${tierline.calendars.pause:500ms}")
  void round() {
    try {
      packs.calendars().forEach((pack, taken) -> horizons.judgeAnew(pack, taken, batch));
    } catch (RuntimeException e) {
      LOG.warn("Tickets with unknown clocks wait for the database: {}", e.getMessage());
    }
  }
}
