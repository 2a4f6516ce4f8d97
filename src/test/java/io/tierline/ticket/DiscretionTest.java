package io.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.account.Person;
import io.tierline.policy.Judgement;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscretionTest {

  private static final Instant OPENED = Instant.parse("2026-03-02T10:00:00Z");
  private static final String NOT_STORED = "9";

  private final Discretion discretion = new Discretion(new PinnedPacks(PlainPack.packs("plain")));
  private final Judgement judged =
      new PlainPack("plain", "2")
          .judge(
              Timeline.of(
                  new Entry(
                      1,
                      OPENED,
                      OPENED,
                      Actor.of("reseller/L2"),
                      "opened",
                      Visibility.ALL,
                      Map.of())),
              OPENED);

  @Test
  void shouldTellNothingOfTiersWhereItsPackIsNotKnown() {
    Ticket told = discretion.ticket(of("andes"), ticket(NOT_STORED));

    assertThat(judged.tier()).isNotNull();
    assertThat(told.judgement().tier()).isNull();
    assertThat(told.judgement().group()).isNull();
    assertThat(told.judgement().allowed()).isEmpty();
    assertThat(told.judgement().status()).isEqualTo(judged.status());
  }

  @Test
  void shouldTellTheVendorAllOfIt() {
    assertThat(discretion.ticket(of("vendor"), ticket(NOT_STORED)).judgement()).isEqualTo(judged);
  }

  @Test
  void shouldShowTiersThatSpeakAsThemselves() {
    assertThat(discretion.ticket(of("andes"), ticket("2")).judgement().tier())
        .isEqualTo(judged.tier());
  }

  private static Person of(String org) {
    return new Person("p", "P", null, null, null, "reseller", "L2", org, List.of());
  }

  private Ticket ticket(String version) {
    return new Ticket(
        "T-000001",
        1,
        "demo",
        "plain",
        version,
        "mina",
        "andes",
        "vendor",
        1,
        OPENED,
        OPENED,
        null,
        judged);
  }
}
