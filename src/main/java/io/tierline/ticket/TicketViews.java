package io.tierline.ticket;

import io.tierline.policy.Answer;
import io.tierline.policy.Clock;
import io.tierline.policy.Judgement;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Role;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;

/** Tickets as REST shows them. */
@Mapper(componentModel = ComponentModel.SPRING, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface TicketViews {

  /** The answer to a recording. */
  @Mapping(target = "status", source = "judgement.status")
  @Mapping(target = "severity", source = "judgement.severity")
  @Mapping(target = "tier", source = "judgement.tier")
  @Mapping(target = "turn", source = "judgement.turn")
  @Mapping(target = "missing", source = "judgement.missing")
  @Mapping(target = "clocks", source = "judgement.clocks")
  RecordedView recorded(Outcome.Recorded recorded);

  /** A ticket as it stands. */
  @Mapping(target = "subject", source = "subject")
  @Mapping(target = "status", source = "ticket.judgement.status")
  @Mapping(target = "severity", source = "ticket.judgement.severity")
  @Mapping(target = "tier", source = "ticket.judgement.tier")
  @Mapping(target = "turn", source = "ticket.judgement.turn")
  @Mapping(target = "nextChangeAt", source = "ticket.judgement.nextChangeAt")
  TicketView ticket(Ticket ticket, @Nullable String subject);

  /** An entry with its texts in place. */
  @Mapping(target = "by", source = "by")
  @Mapping(target = "data", source = "data")
  EntryView entry(Entry entry, Actor by, Map<String, @Nullable Object> data);

  /** The code of a role. */
  default String code(Role role) {
    return role.code();
  }

  /** The code of a visibility. */
  default String code(Visibility visibility) {
    return visibility.code();
  }

  /** What was recorded, and how the ticket stood right after it. */
  record RecordedView(
      String number,
      long seq,
      boolean repeated,
      String status,
      Answer severity,
      @Nullable String tier,
      String turn,
      List<String> missing,
      List<Clock> clocks,
      Judgement judgement) {}

  /** A ticket in a few words. */
  record TicketView(
      String number,
      int generation,
      String agreement,
      String pack,
      String version,
      String customer,
      String reseller,
      @Nullable String subject,
      String status,
      Answer severity,
      @Nullable String tier,
      String turn,
      Instant openedAt,
      long lastSeq,
      @Nullable Instant nextChangeAt) {}

  /** A page of tickets; {@code next} is the {@code after} of the next page, null on the last. */
  record PageView(List<TicketView> tickets, @Nullable String next) {}

  /** An entry as this reader may see it. */
  record EntryView(
      long seq,
      Instant at,
      Instant recordedAt,
      Actor by,
      String kind,
      String visibility,
      Map<String, @Nullable Object> data) {}

  /** A timeline as this reader may see it. */
  record TimelineView(String number, List<EntryView> entries) {}
}
