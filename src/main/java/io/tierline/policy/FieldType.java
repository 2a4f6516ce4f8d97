package io.tierline.policy;

/** What a field of a ticket or of an entry's data may carry. */
enum FieldType {
  CODE,
  FLAG,
  TEXT,
  LIST,
  NUMBER,
  ANY_CODE,
  GROUND,
  CALLOUT,
  TIER,
  INSTANT
}
