package io.tierline.web;

import io.tierline.account.Person;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A call that is answered with problem details (RFC 9457). Only controllers throw it: inside, a
 * refusal is a value.
 */
public final class Problem extends ErrorResponseException {

  static final String OUTAGE =
      "Expected the database to answer, but it did not; try again with the same Idempotency-Key";

  /** In seconds. */
  static final String OUTAGE_OVER = "5";

  /**
   * A refusal on its way out.
   *
   * @param status the HTTP status
   * @param type a stable URN
   * @param reason a sentence: "Expected ..., but ..."
   * @param rule the rule that refused; null if it wasn't a policy's
   * @param clauses the clauses behind the rule
   */
  public Problem(
      int status, String type, String reason, @Nullable String rule, List<String> clauses) {
    super(HttpStatus.valueOf(status), detail(status, type, reason, rule, clauses), null);
  }

  /** Refuses whoever is no operator. */
  public static void unlessOperator(Person person) {
    if (!person.operates()) {
      throw new Problem(
          403,
          "urn:tierline:refused:role",
          "Expected an operator's key, but your role is '%s'".formatted(person.role()),
          null,
          List.of());
    }
  }

  /** A refusal by the edge itself; its type is made from the status. */
  public static Problem of(HttpStatus status, String reason) {
    return new Problem(status.value(), type(status), reason, null, List.of());
  }

  /** This problem with a hint when to try again. */
  public Problem retryAfter(long seconds) {
    getHeaders().set("Retry-After", Long.toString(seconds));
    return this;
  }

  /** This problem with a further member, which its call documents. */
  public Problem with(String member, Object value) {
    getBody().setProperty(member, value);
    return this;
  }

  static ProblemDetail detail(HttpStatusCode status, String reason) {
    return detail(status.value(), type(status), reason, null, List.of());
  }

  /** The type of a problem that no rule gave, such as {@code urn:tierline:refused:not-found}. */
  static String type(HttpStatusCode status) {
    HttpStatus known = HttpStatus.resolve(status.value());
    String phrase = known == null ? "status-" + status.value() : known.getReasonPhrase();
    return "urn:tierline:refused:" + phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static ProblemDetail detail(
      int status, String type, String reason, @Nullable String rule, List<String> clauses) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), reason);
    problem.setType(URI.create(type));
    if (rule != null) {
      problem.setProperty("rule", rule);
      problem.setProperty("clauses", clauses);
    }
    return problem;
  }
}
