package io.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.tierline.cases.PackFolder;
import io.tierline.policy.Pack;
import io.tierline.ticket.TicketViews.EntryView;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Role;
import io.tierline.timeline.Timeline;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Instant START = Instant.parse("2026-03-03T02:00:00Z");
  private static final Pack PACK = new PackFolder(Path.of("")).pack("hypergene-incidents");

  private final List<EntryView> entries = new ArrayList<>();

  @Test
  void shouldSayWhatHappenedAndWhoSigned() {
    entry("opened", "Vakt", Map.of("fields", Map.of("possibleSolution", "Restart")));
    entry("report-signed", "Lars", Map.of());

    assertThat(report("en"))
        .contains("# T-000007: Nobody answers")
        .contains("| 2026-03-03 02:00:00 UTC | Vakt | Incident registered | Restart |")
        .endsWith("Signed by Lars on 2026-03-03 02:01:00 UTC.\n");
    assertThat(report("sv")).contains("Undertecknad av Lars");
    assertThat(report("tlh")).as("a language without words").contains("Signed by Lars");
  }

  @Test
  void shouldNotLetATextBecomePartOfItsForm() {
    entry("opened", "Eve | Mallory", Map.of("text", "a | b\n## Signed by `me` <script>[x](y)"));

    assertThat(report("en"))
        .contains(
            "| Eve \\| Mallory | Incident registered"
                + " | a \\| b \\#\\# Signed by \\`me\\` \\<script\\>\\[x\\](y) |");
  }

  @Test
  void shouldDoWithoutWhatWasErased() {
    Map<String, @Nullable Object> erased = new HashMap<>();
    erased.put("text", null);
    entry("informed", null, erased);

    assertThat(report("en"))
        .contains("| Incident manager | Informed all concerned |  |", "Not signed yet.");
  }

  @Test
  void shouldTakeTheLatestSignatureUnlessItWasReopenedSince() {
    entry("report-signed", "Lars", Map.of());
    entry("report-signed", "Maja", Map.of());
    assertThat(Report.signature(entries)).map(EntryView::seq).contains(2L);

    entry("reopened", "Sara", Map.of());
    assertThat(Report.signature(entries)).isEmpty();

    entry("report-signed", "Maja", Map.of());
    assertThat(Report.signature(entries)).map(EntryView::seq).contains(4L);
  }

  private String report(String language) {
    return new Report(
            ReportWords.of(language, PACK.vocabulary()),
            "T-000007",
            "hypergene-cloud",
            "Nobody answers",
            entries,
            PACK.judge(Timeline.of(), START))
        .text();
  }

  private void entry(String kind, @Nullable String name, Map<String, @Nullable Object> data) {
    Instant at = START.plusSeconds(60L * entries.size());
    Actor by = new Actor(Role.INCIDENT_MANAGER, null, "hypergene", "x", name);
    entries.add(new EntryView(entries.size() + 1, at, at, by, kind, "all", data));
  }
}
