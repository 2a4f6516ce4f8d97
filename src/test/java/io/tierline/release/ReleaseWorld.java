package io.tierline.release;

import io.tierline.account.Person;
import io.tierline.ticket.Horizons;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;

/** Packs alone on the real database. Not marked as a configuration, so that no scan finds it. */
@EnableAutoConfiguration
@ComponentScan({"io.tierline.release", "io.tierline.account"})
class ReleaseWorld {

  /** Who looks after the packs. */
  static final Person OLGA =
      new Person("olga", "Olga Petrova", null, null, null, "operator", null, "plain", List.of());

  /** There are no tickets here. */
  static final Horizons NO_TICKETS =
      new Horizons() {
        @Override
        public boolean ends(String pack, @Nullable String agreement, LocalDate knownTo) {
          return false;
        }

        @Override
        public int judgeAnew(String pack, long taken, int limit) {
          return 0;
        }
      };

  @Bean
  @Primary
  Compiler textCompiler() {
    return TextPack::compile;
  }

  @Bean
  Horizons noTickets() {
    return NO_TICKETS;
  }

  /** The stack names the project's own folder; these tests change theirs. */
  @Bean
  @Primary
  PackSource folder(@Value("${folder}") Path folder, ReleaseSettings settings) {
    return new PackFolder(folder, settings);
  }
}
