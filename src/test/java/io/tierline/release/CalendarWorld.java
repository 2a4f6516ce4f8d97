package io.tierline.release;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The whole server with a pack whose first agreement has a calendar that is known to today. */
class CalendarWorld {

  /** The last date that the calendar knows. */
  record Today(LocalDate date) {}

  @Bean
  Today today(Clock clock) {
    return new Today(
        LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("America/Los_Angeles")));
  }

  @Bean
  @Primary
  PackSource nearFolder(Today today, ReleaseSettings settings) throws IOException {
    UploadWorld.Folder folder = UploadWorld.copy();
    String file = "rules/safr/policy.yaml";
    String text = Files.readString(folder.path().resolve(file));
    folder.write(file, text.replaceFirst("to: \"2027-12-31\"", "to: \"" + today.date() + "\""));
    return new PackFolder(folder.path(), settings);
  }
}
