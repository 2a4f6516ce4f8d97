package io.tierline.ticket;

import io.tierline.policy.Clock;
import io.tierline.policy.Judgement;
import io.tierline.ticket.TicketViews.EntryView;
import io.tierline.timeline.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened on a ticket, as a document to read and to sign: a pure function of what its reader
 * may see. Signed, it says what was on record then, and goes on saying so, but for what is erased
 * (HY-015, HY-060).
 *
 * @param words what the pack calls things, in the report's language
 * @param subject the first line; null if it was erased
 * @param entries those that the reader may see, in their order
 * @param judgement as of the signature, or as of now
 */
record Report(
    ReportWords words,
    String number,
    String customer,
    @Nullable String subject,
    List<EntryView> entries,
    Judgement judgement) {

  private static final Set<String> TURNS = Set.of(Kinds.REPORT_SIGNED, Kinds.REOPENED);

  /** The entry that signs: the latest, unless it was reopened since; empty if there is none. */
  static Optional<EntryView> signature(List<EntryView> entries) {
    return entries.stream()
        .filter(entry -> TURNS.contains(entry.kind()))
        .max(Comparator.comparingLong(EntryView::seq))
        .filter(entry -> entry.kind().equals(Kinds.REPORT_SIGNED));
  }

  /** The document, as Markdown. */
  String text() {
    return Stream.of(head(), promises(), events(), time(), signed() + "\n")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private String head() {
    return Stream.of(
            "# %s: %s".formatted(number, subject == null ? "—" : inline(subject)),
            line("type", words.label("types", judgement.type())),
            line("severity", words.label("severities", judgement.severity().value())),
            line("service", customer),
            line("opened", begin().map(Report::at).orElse("—")),
            line("status", words.say("status." + judgement.status())))
        .collect(Collectors.joining("\n"));
  }

  private Optional<Instant> begin() {
    return entries.stream().map(EntryView::at).min(Comparator.naturalOrder());
  }

  private String line(String key, String value) {
    return "- **%s:** %s".formatted(words.say(key), value);
  }

  private String promises() {
    String rows =
        judgement.clocks().stream()
            .filter(clock -> clock.startedAt() != null)
            .map(this::promise)
            .collect(Collectors.joining("\n"));
    return rows.isEmpty()
        ? ""
        : table("promises", List.of("promise", "started", "due", "ended", "kept"), rows);
  }

  private String promise(Clock clock) {
    String label = words.label("clocks", clock.name());
    return row(
        clock.round() > 1 ? "%s (%d)".formatted(label, clock.round()) : label,
        at(clock.startedAt()),
        at(clock.dueAt()),
        at(clock.stoppedAt()),
        words.say(clock.breached() ? "broken" : "state." + clock.state().code()));
  }

  private String events() {
    return table(
        "events",
        List.of("when", "who", "what", "said"),
        entries.stream()
            .filter(entry -> !entry.kind().equals(Kinds.OBSERVED))
            .map(
                entry ->
                    row(
                        at(entry.at()),
                        who(entry),
                        words.label("kinds", entry.kind()),
                        said(entry.data())))
            .collect(Collectors.joining("\n")));
  }

  private String who(EntryView entry) {
    String name = entry.by().name();
    return name == null ? words.say("actor." + entry.by().role().code()) : inline(name);
  }

  /** Codes and texts, as they stand in the entry, those of its fields too. */
  private static String said(Map<?, ?> data) {
    return data.entrySet().stream()
        .filter(entry -> !ReportWords.SILENT.contains(entry.getKey()))
        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .map(
            entry ->
                switch (entry.getValue()) {
                  case String text -> inline(text);
                  case Map<?, ?> fields -> said(fields);
                  case null -> "";
                  default -> "";
                })
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private String time() {
    return begin()
        .flatMap(
            from ->
                entries.stream()
                    .map(EntryView::at)
                    .max(Comparator.naturalOrder())
                    .map(to -> line("took", words.span(Duration.between(from, to)))))
        .orElse("");
  }

  private String signed() {
    return signature(entries)
        .map(entry -> words.say("signed", who(entry), at(entry.at())))
        .orElseGet(() -> words.say("unsigned"));
  }

  private String table(String title, List<String> columns, String rows) {
    String heads = row(columns.stream().map(words::say).toArray(String[]::new));
    return "## %s\n\n%s\n%s\n%s"
        .formatted(
            words.say(title),
            heads,
            row(columns.stream().map(one -> "---").toArray(String[]::new)),
            rows);
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String at(@Nullable Instant instant) {
    return instant == null
        ? "—"
        : instant.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
  }

  /** A text that somebody wrote must not become part of the document's form. */
  private static String inline(String text) {
    return text.strip()
        .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
        .replaceAll("([\\\\|`*_<>\\[\\]#])", "\\\\$1");
  }
}
