package io.tierline.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A form as curl sends it with {@code -F files=@...}: files by their names, without folders. */
final class Form {
  static final String BOUNDARY = "boundary-of-a-form";

  private final List<Part> parts = new ArrayList<>();

  private record Part(String field, @Nullable String name, byte[] content) {}

  /** The project's own pack in another version. */
  static Form safr(String version) {
    Form form = new Form().with("policy.yaml", policy(version));
    try (Stream<Path> tables = Files.list(Path.of("dmn/safr"))) {
      tables.forEach(table -> form.with(table.getFileName().toString(), read(table)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return form;
  }

  static String policy(String version) {
    return read(Path.of("rules/safr/policy.yaml"))
        .replaceFirst("(?m)^version:.*$", Matcher.quoteReplacement("version: \"" + version + "\""));
  }

  Form with(String name, String text) {
    return with("files", name, text.getBytes(StandardCharsets.UTF_8));
  }

  Form with(String field, @Nullable String name, byte[] content) {
    parts.add(new Part(field, name, content));
    return this;
  }

  Form edit(String name, UnaryOperator<String> edit) {
    parts.replaceAll(
        part ->
            name.equals(part.name())
                ? new Part(part.field(), name, edit.apply(text(part)).getBytes())
                : part);
    return this;
  }

  Form without(String name) {
    parts.removeIf(part -> name.equals(part.name()));
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Part part : parts) {
      String name = part.name() == null ? "" : "; filename=\"" + part.name() + "\"";
      body.writeBytes(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
              .formatted(BOUNDARY, part.field(), name)
              .getBytes(StandardCharsets.UTF_8));
      body.writeBytes(part.content());
      body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private static String text(Part part) {
    return new String(part.content(), StandardCharsets.UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
