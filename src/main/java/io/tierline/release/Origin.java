package io.tierline.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tierline.account.Person;
import org.jspecify.annotations.Nullable;

/**
 * Where a version of a pack came from.
 *
 * @param way {@code folder}, {@code jar} or {@code upload}
 * @param by the id of the account that uploaded it; null if it was no upload, and for whom that
 *     doesn't concern
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Origin(String way, @Nullable String by) {
  static final Origin FOLDER = new Origin("folder", null);
  static final Origin JAR = new Origin("jar", null);

  private static final String UPLOAD = "upload";

  static Origin uploadedBy(Person person) {
    return new Origin(UPLOAD, person.id());
  }

  /**
   * Rules are code: an upload brings none, and leaves those in force that an operator put there.
   */
  boolean bringsRules() {
    return !way.equals(UPLOAD);
  }

  Origin withoutName() {
    return new Origin(way, null);
  }
}
