package io.tierline.web;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says of a body that could not be read what was wrong and where. */
record Unreadable(HttpStatus status, String reason) {

  static Unreadable of(HttpMessageNotReadableException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyLimit.Exceeded exceeded) {
        return new Unreadable(HttpStatus.CONTENT_TOO_LARGE, exceeded.getMessage());
      }
    }
    return e.getCause() instanceof JacksonException json
        ? new Unreadable(HttpStatus.BAD_REQUEST, reason(json) + where(json))
        : new Unreadable(HttpStatus.BAD_REQUEST, "Expected a JSON body, but found none");
  }

  private static String reason(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          "Expected only the properties %s, but found '%s'"
              .formatted(
                  unknown.getKnownPropertyIds().stream()
                      .map(String::valueOf)
                      .sorted()
                      .collect(Collectors.joining(", ", "[", "]")),
                  unknown.getPropertyName());
      case StreamConstraintsException tooMuch ->
          "Expected JSON within limits, but " + firstSentence(tooMuch.getOriginalMessage());
      case InvalidFormatException format ->
          "Expected a value of type %s, but found '%s'"
              .formatted(format.getTargetType().getSimpleName(), format.getValue());
      case MismatchedInputException mismatch -> mismatch(mismatch);
      default -> readable(e);
    };
  }

  private static String mismatch(MismatchedInputException e) {
    return e.getTargetType() == null || own(e.getCause()) != null
        ? readable(e)
        : "Expected %s, but found something else".formatted(shape(e.getTargetType()));
  }

  private static String readable(JacksonException e) {
    String own = own(e.getCause());
    return own == null
        ? "Expected readable JSON, but " + firstSentence(e.getOriginalMessage())
        : own;
  }

  /** Our records refuse with a sentence of their own. */
  private static @Nullable String own(@Nullable Throwable cause) {
    return cause instanceof IllegalArgumentException ? cause.getMessage() : null;
  }

  private static String shape(Class<?> type) {
    if (java.util.Map.class.isAssignableFrom(type) || type.isRecord()) {
      return "a JSON object";
    }
    return java.util.Collection.class.isAssignableFrom(type)
        ? "a JSON array"
        : "a value of type " + type.getSimpleName();
  }

  private static String where(JacksonException e) {
    String path =
        e.getPath().stream()
            .map(
                step ->
                    step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getPropertyName())
            .collect(Collectors.joining());
    TokenStreamLocation at = e.getLocation();
    String place =
        at == null || at.getLineNr() < 1
            ? ""
            : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    return (path.isEmpty() ? "" : " at " + path.replaceFirst("^\\.", "")) + place;
  }

  private static String firstSentence(@Nullable String message) {
    return message == null
        ? "it could not be read"
        : message.lines().findFirst().orElse("it could not be read");
  }
}
