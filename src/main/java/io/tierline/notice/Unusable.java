package io.tierline.notice;

/** An event that no second try can help: it goes to the topic of unusable events. */
final class Unusable extends RuntimeException {
  Unusable(String reason) {
    super("Expected an event of a known ticket, but " + reason);
  }
}
