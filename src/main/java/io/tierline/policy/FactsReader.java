package io.tierline.policy;

import io.tierline.policy.Declaration.Facts;
import io.tierline.policy.Declaration.Field;
import io.tierline.policy.Declaration.Measure;
import io.tierline.policy.Declaration.Moment;
import io.tierline.policy.Declaration.Word;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads what a pack wants to know from outside. */
record FactsReader(Function<Section, Word> word, Function<Section, Field> code) {

  private static final List<String> TYPES = List.of("moment", "number", "code");

  Facts read(Section file) {
    Map<String, Moment> moments = new LinkedHashMap<>();
    Map<String, Measure> measures = new LinkedHashMap<>();
    Map<String, Field> registers = new LinkedHashMap<>();
    file.each(
        "facts",
        section -> {
          String name = section.name();
          switch (section.oneOf("type", TYPES, null)) {
            case "number" -> measures.put(name, measure(section));
            case "code" -> registers.put(name, code.apply(section));
            default -> moments.put(name, new Moment(section.text("flag"), word.apply(section)));
          }
          return name;
        });
    return new Facts(moments, measures, registers);
  }

  private Measure measure(Section section) {
    return new Measure(section.text("flag"), above(section), word.apply(section));
  }

  private static BigDecimal above(Section section) {
    if (section.raw("above") instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    section.fault("above", "Expected a number, but found " + Echo.of(section.raw("above")));
    return BigDecimal.ZERO;
  }
}
