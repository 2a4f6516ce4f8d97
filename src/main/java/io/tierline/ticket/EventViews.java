package io.tierline.ticket;

import io.tierline.policy.Judgement;
import io.tierline.timeline.Role;
import io.tierline.timeline.Visibility;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingConstants.ComponentModel;
import org.mapstruct.ReportingPolicy;

/** Entries as Kafka carries them. */
@Mapper(componentModel = ComponentModel.SPRING, unmappedTargetPolicy = ReportingPolicy.ERROR)
interface EventViews {

  /** The event of one step; the ticket is as it stands after it. */
  @Mapping(target = "id", expression = "java(ticket.number() + \"/\" + step.entry().seq())")
  @Mapping(target = "ticket", source = "ticket.number")
  @Mapping(target = "seq", source = "step.entry.seq")
  @Mapping(target = "generation", source = "step.generation")
  @Mapping(target = "pack", source = "step.pack")
  @Mapping(target = "version", source = "step.version")
  @Mapping(target = "entry", source = "step.entry")
  @Mapping(target = "judgement", source = "step.judgement")
  TicketEvent event(Ticket ticket, Ticket.Recorded step);

  /** Recurring duties without end would make an event too large for the broker. */
  @Mapping(target = "clocks", expression = "java(judgement.latest())")
  TicketEvent.JudgementPart part(Judgement judgement);

  /** The code of a role. */
  default String code(Role role) {
    return role.code();
  }

  /** The code of a visibility. */
  default String code(Visibility visibility) {
    return visibility.code();
  }
}
