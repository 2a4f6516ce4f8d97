package io.tierline.ticket;

import io.tierline.account.Person;
import io.tierline.ticket.TicketViews.EntryView;
import io.tierline.ticket.TicketViews.TimelineView;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Visibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A timeline as a person may read it: only what is for them, with texts and names in place. */
@Component
class ToldTimeline {

  private final Entries entries;
  private final TicketViews views;
  private final Discretion discretion;

  ToldTimeline(Entries entries, TicketViews views, Discretion discretion) {
    this.entries = entries;
    this.views = views;
    this.discretion = discretion;
  }

  /** What the person may read. */
  TimelineView tell(Person person, Ticket ticket) {
    boolean inside = Discretion.ofVendor(person, ticket);
    return tell(ticket, entry -> VisibleTickets.reads(person, ticket, entry), inside);
  }

  /** What everybody on the ticket may read. */
  TimelineView tellAll(Ticket ticket) {
    return tell(ticket, entry -> entry.visibility() == Visibility.ALL, false);
  }

  private TimelineView tell(Ticket ticket, Predicate<Entry> readable, boolean inside) {
    Map<Long, Map<String, @Nullable String>> texts = entries.texts(ticket.number());
    List<EntryView> told =
        entries.timeline(ticket.number()).entries().stream()
            .filter(readable)
            .map(
                entry -> {
                  Map<String, @Nullable String> said = texts.getOrDefault(entry.seq(), Map.of());
                  return inside
                      ? entry(entry, entry.by(), entry.data(), said)
                      : outside(ticket, entry, said);
                })
            .toList();
    return new TimelineView(ticket.number(), told);
  }

  private EntryView outside(Ticket ticket, Entry entry, Map<String, @Nullable String> texts) {
    return entry(
        entry,
        discretion.actorOutside(ticket, entry),
        discretion.dataOutside(ticket, entry),
        texts);
  }

  private EntryView entry(
      Entry entry, Actor by, Map<String, Object> facts, Map<String, @Nullable String> texts) {
    Map<String, @Nullable Object> data = copy(facts);
    texts.forEach(
        (path, text) -> {
          if (!path.equals(Entries.NAME)) {
            put(data, path.split("\\."), 0, text);
          }
        });
    Actor named =
        by.id() == null
            ? by
            : new Actor(by.role(), by.tier(), by.org(), by.id(), texts.get(Entries.NAME));
    return views.entry(entry, named, data);
  }

  /** Puts a text where the facts say only that there was one; an erased one becomes null. */
  @SuppressWarnings("unchecked")
  private static void put(Object target, String[] path, int step, @Nullable String text) {
    boolean last = step == path.length - 1;
    if (target instanceof Map<?, ?> map) {
      if (last) {
        ((Map<String, @Nullable Object>) map).put(path[step], text);
      } else if (map.get(path[step]) != null) {
        put(map.get(path[step]), path, step + 1, text);
      }
    } else if (target instanceof List<?> list && path[step].matches("\\d{1,6}")) {
      int index = Integer.parseInt(path[step]);
      if (index < list.size() && last) {
        ((List<@Nullable Object>) list).set(index, text);
      } else if (index < list.size()) {
        put(list.get(index), path, step + 1, text);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> copy(Map<String, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((name, value) -> copy.put(name, copy((Object) value)));
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static Object copy(Object value) {
    if (value instanceof Map<?, ?> map) {
      return copy((Map<String, ?>) map);
    }
    return value instanceof List<?> list
        ? new java.util.ArrayList<>(list.stream().map(item -> copy((Object) item)).toList())
        : value;
  }
}
