package io.tierline.notice;

/** What fills a template's placeholders, and what a letter is about. */
interface Filling {

  /** What caused the letter, such as {@code T-000001/3}: it causes each letter once. */
  String cause();

  /** What the letters of one thread share, such as a ticket's number. */
  String thread();

  /** The vendor's language. */
  String language();

  String fill(String template, String language);
}
