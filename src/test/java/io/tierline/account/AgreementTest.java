package io.tierline.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {

  private static final Map<String, Object> PACKS =
      Map.of(
          "route",
          "partner",
          "calendars",
          Map.of(
              "contract",
              Map.of(
                  "zone",
                  "Europe/Madrid",
                  "holidays",
                  Map.of("country", "ES", "edition", "2026-11", "eves", true)),
              "other",
              Map.of("zone", "UTC")));

  @Test
  void shouldTakeACalendarOfTheAgreementAsAWhole() {
    Map<String, Object> own =
        Map.of("zone", "Europe/Warsaw", "holidays", Map.of("country", "PL", "edition", "2026-11"));

    Map<String, Object> terms =
        Agreement.overlay(PACKS, Map.of("calendars", Map.of("contract", own)));

    assertThat(terms)
        .containsEntry("route", "partner")
        .containsEntry("calendars", Map.of("contract", own, "other", Map.of("zone", "UTC")));
  }

  @Test
  void shouldLayOtherTermsOverThoseOfThePack() {
    Map<String, Object> base = Map.of("zone", Map.of("name", "UTC", "city", "Madrid"));

    assertThat(Agreement.overlay(base, Map.of("zone", Map.of("name", "CET"), "list", List.of(1))))
        .isEqualTo(Map.of("zone", Map.of("name", "CET", "city", "Madrid"), "list", List.of(1)));
  }
}
