package io.tierline.policy;

import io.tierline.policy.Declaration.Field;
import io.tierline.policy.Declaration.Word;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the fields of tickets, of openings and of entries' data. */
record FieldReader(Function<Section, Word> word) {

  private static final List<String> OF_TICKETS = List.of("code", "flag", "text", "list");
  private static final List<String> OF_DATA =
      Arrays.stream(FieldType.values()).map(DeclarationReader::code).toList();

  /** A ticket's, which not everybody may be asked for. */
  Field ofTicket(Section section) {
    return field(section, OF_TICKETS, section.texts("by"));
  }

  Field ofData(Section section) {
    return field(section, OF_DATA, List.of());
  }

  Field code(Section section) {
    return field(section, List.of("code"), List.of());
  }

  /** What everybody says who opens a ticket, as codes of the pack. */
  Map<String, Field> opening(Section section) {
    Map<String, Field> opening = new LinkedHashMap<>();
    for (String name : List.of("product", "channel")) {
      if (section.has(name)) {
        opening.put(name, section.child(name, this::code));
      }
    }
    return opening;
  }

  private Field field(Section section, List<String> types, List<String> by) {
    String type = section.oneOf("type", types, null);
    boolean code = type.equals("code");
    Map<String, Map<String, String>> values = section.each("values", Section::plain);
    if (code && values.isEmpty()) {
      section.fault("values", "Expected the codes that the field may take, but there are none");
    }
    return new Field(
        section.name(),
        types.contains(type) ? FieldType.valueOf(DeclarationReader.constant(type)) : FieldType.TEXT,
        section.flag("required"),
        section.textOr("absent", null),
        values,
        endings(section, type),
        by,
        word.apply(section));
  }

  private static List<String> endings(Section section, String type) {
    List<String> endings = section.texts("endings");
    if (!endings.isEmpty() && !type.equals("list")) {
      section.fault("endings", "Expected them at a list, but found them at a " + type);
    }
    if (!endings.stream().allMatch(ending -> ending.matches("[a-z0-9]+"))) {
      section.fault("endings", "Expected endings such as 'jpg', but found " + endings);
    }
    return endings;
  }
}
