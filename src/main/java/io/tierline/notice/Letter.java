package io.tierline.notice;

/**
 * One mail to one person, worded.
 *
 * @param event the event's id
 * @param notice the template it comes from
 * @param recipient the person's account
 * @param address where it goes
 * @param name the person's name
 * @param messageId made from event, notice and recipient: a doubled mail can be told by it
 * @param thread a message id that all mails of a ticket refer to
 * @param languages what it is written in, such as {@code es, en}
 */
record Letter(
    String event,
    String notice,
    String recipient,
    String address,
    String name,
    String messageId,
    String thread,
    String languages,
    String subject,
    String text) {

  /**
   * Who waits for whom: a person reads a ticket's letters in order, at each of their addresses. A
   * text message must not wait behind a mail that can't be sent.
   */
  String lane(String ticket) {
    return "mail/%s/%s/%x".formatted(recipient, ticket, address.hashCode());
  }
}
