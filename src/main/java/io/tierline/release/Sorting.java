package io.tierline.release;

import io.tierline.policy.Fault;
import io.tierline.policy.PackFiles;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Puts the files of an upload in their places inside a pack. A sender gives names and no folders:
 * which pack it is, policy.yaml says.
 */
final class Sorting {
  private static final String POLICY = "policy.yaml";
  private static final String TABLE = ".dmn";
  private static final String KINDS = "Expected policy.yaml or a table (*.dmn), but found ";

  private final ReleaseSettings settings;
  private final TreeMap<String, String> texts = new TreeMap<>();
  private final List<Fault> unfit = new ArrayList<>();
  private final List<Fault> tooLarge = new ArrayList<>();

  private Sorting(ReleaseSettings settings) {
    this.settings = settings;
  }

  static Upload sort(List<SentFile> files, ReleaseSettings settings) {
    Sorting sorting = new Sorting(settings);
    sorting.count(files.size());
    files.forEach(sorting::file);
    return sorting.upload();
  }

  private Upload upload() {
    if (!texts.containsKey(POLICY) && unfit.isEmpty() && tooLarge.isEmpty()) {
      unfit.add(new Fault(POLICY, null, "Expected this file, but it was not sent"));
    }
    if (!unfit.isEmpty()) {
      return new Upload.Unfit(List.copyOf(unfit));
    }
    return tooLarge.isEmpty() ? sorted() : new Upload.TooLarge(List.copyOf(tooLarge));
  }

  private Upload sorted() {
    return switch (Heading.read(POLICY, texts.getOrDefault(POLICY, ""))) {
      case Heading.Faulty faulty -> unreadable(faulty.fault());
      case Heading.Named named ->
          PackFolder.NAME.matcher(named.pack()).matches()
              ? new Upload.Sorted(new FoundPack(named.pack(), placed(named.pack()), List.of()))
              : unreadable(
                  new Fault(
                      POLICY,
                      "pack",
                      "Expected a name of at most 100 letters, digits, '.', '_' and '-', but found"
                          + " another"));
    };
  }

  private static Upload unreadable(Fault fault) {
    return new Upload.Sorted(new FoundPack("", new PackFiles(new TreeMap<>()), List.of(fault)));
  }

  private PackFiles placed(String pack) {
    TreeMap<String, String> placed = new TreeMap<>();
    texts.forEach(
        (name, text) ->
            placed.put(
                name.equals(POLICY) ? Heading.file(pack) : "dmn/" + pack + "/" + name, text));
    return new PackFiles(placed);
  }

  private void count(int files) {
    if (files > settings.maxFiles()) {
      String reason =
          "Expected at most %d files, but found %d".formatted(settings.maxFiles(), files);
      tooLarge.add(new Fault("files", null, reason));
    }
  }

  private void file(SentFile file) {
    String name = shown(file.name());
    if (!PackFolder.NAME.matcher(file.name()).matches()) {
      unfit(name, "Expected a file's plain name, without folders, but found another");
    } else if (name.toLowerCase(Locale.ROOT).endsWith(".drl")) {
      unfit(
          name,
          KINDS
              + "a rule file; what rules do is Java with the server's rights, so they come from the"
              + " operator's folder only");
    } else if (!name.equals(POLICY) && !name.endsWith(TABLE)) {
      unfit(name, KINDS + "another kind of file");
    } else if (file.content().length > settings.maxFile().toBytes()) {
      long most = settings.maxFile().toBytes();
      String reason = "Expected at most %d bytes, but found %d";
      tooLarge.add(new Fault(name, null, reason.formatted(most, file.content().length)));
    } else {
      text(name, file.content());
    }
  }

  private void text(String name, byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      if (text.indexOf('\0') >= 0) {
        unfit(name, "Expected text, but found the character U+0000");
      } else if (texts.put(name, text) != null) {
        unfit(name, "Expected each file once, but found this one twice");
      }
    } catch (CharacterCodingException e) {
      unfit(name, "Expected text in UTF-8, but found other bytes");
    }
  }

  private void unfit(String name, String reason) {
    unfit.add(new Fault(name, null, reason));
  }

  /** A name as a refusal may repeat it. */
  private static String shown(String name) {
    String visible = name.replaceAll("[^\\x20-\\x7e]", "?");
    return visible.length() > 100 ? visible.substring(0, 100) + "..." : visible;
  }
}
