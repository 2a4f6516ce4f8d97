package io.tierline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          -             | 7 | true
          ''            | 7 | true
          7             | 7 | true
          7.0           | 7 | true
          -7            | 7 | false
          1, 7          | 7 | true
          not(1, 7)     | 7 | false
          not( < 7 )    | 7 | true
          < 7           | 7 | false
          <=7           | 7 | true
          > 6.5         | 7 | true
          >= 8          | 7 | false
          [1..7]        | 7 | true
          [1..7)        | 7 | false
          [1..7[        | 7 | false
          (7 .. 9]      | 7 | false
          ]6..9]        | 7 | true
          < 3, [6..7]   | 7 | true
          "7"           | 7 | false
          """)
  void shouldReadNumbers(String text, long value, boolean holds) {
    assertThat(Cell.parse(text).orElseThrow().holds(value)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "HIGH"            | HIGH | true
          "HIGH","LOW"      | LOW  | true
          "HIGH" , "LOW"    | low  | false
          not("HIGH")       | LOW  | true
          not ("a","b")     | b    | false
          "a, b"            | a, b | true
          "ñandú, ящик"     | ñandú, ящик | true
          """)
  void shouldReadTexts(String text, String value, boolean holds) {
    assertThat(Cell.parse(text).orElseThrow().holds(value)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"true,true,true", "false,true,false", "not(true),false,true"})
  void shouldReadFlags(String text, boolean value, boolean holds) {
    assertThat(Cell.parse(text).orElseThrow().holds(value)).isEqualTo(holds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HIGH",
        "'HIGH'",
        "\"HIGH",
        "\"a\" \"b\"",
        "\"a\",",
        ",\"a\"",
        "not()",
        "not(-)",
        "not(not(1))",
        "1..7",
        "[1..7",
        "[7]",
        "< \"a\"",
        "< ",
        "= 1",
        "!= 1",
        "1 + 1",
        "? > 1",
        "date(\"2026-01-01\")",
        "null",
        "truely",
        "count([1])",
        "1e3",
        "\"a\\n\"",
        "-, 1",
        "[1..7]]"
      })
  void shouldRefuseWhatIsOutsideTheLanguage(String text) {
    assertThat(Cell.parse(text)).isEmpty();
  }
}
