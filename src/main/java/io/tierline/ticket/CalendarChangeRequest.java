package io.tierline.ticket;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates of a calendar, known already, that are different from now on; as it comes. */
@Schema(
    description = "Known dates that are different, for one ticket or for all open ones of a pack.",
    requiredProperties = {"calendar"})
record CalendarChangeRequest(
    @Schema(description = "Only this ticket", example = "T-000001") @Nullable String ticket,
    @Schema(description = "All open tickets of this pack", example = "acme") @Nullable String pack,
    @Schema(
            description = "Of them, those under this agreement; needed if it brings the calendar",
            example = "demo")
        @Nullable String agreement,
    @Schema(description = "The calendar's name in the pack", example = "contract")
        @Nullable String calendar,
    @Schema(description = "Dates that are closed", example = "[\"2027-06-01\"]")
        @Nullable List<LocalDate> closed,
    @Schema(description = "Dates with the hours of their weekday") @Nullable List<LocalDate> opened,
    @Schema(
            description = "Dates with hours of their own",
            example = "{\"2027-12-23\": [\"09:00-12:00\"]}")
        @Nullable Map<LocalDate, List<String>> days,
    @Schema(description = "Where that is said", example = "Official gazette 2027/114")
        @Nullable String source) {

  /** The data of the entry, without what wasn't given. */
  Map<String, Object> data() {
    Map<String, Object> data = new HashMap<>();
    data.put("calendar", Given.value("calendar", calendar));
    put(data, "closed", texts(closed));
    put(data, "opened", texts(opened));
    if (days != null) {
      Map<String, Object> own = new HashMap<>();
      days.forEach((date, hours) -> own.put(date.toString(), hours == null ? List.of() : hours));
      data.put("days", own);
    }
    put(data, "source", source);
    return Storable.withoutNulls(data);
  }

  private static @Nullable List<String> texts(@Nullable List<LocalDate> dates) {
    return dates == null ? null : dates.stream().map(String::valueOf).toList();
  }

  private static void put(Map<String, Object> data, String key, @Nullable Object value) {
    if (value != null) {
      data.put(key, value);
    }
  }
}
