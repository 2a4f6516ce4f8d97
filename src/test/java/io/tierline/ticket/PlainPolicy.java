package io.tierline.ticket;

import io.tierline.policy.Packs;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** The server with the plain pack in the place of the vendor's, and an ear for what it tells. */
@TestConfiguration(proxyBeanMethods = false)
class PlainPolicy {

  @Bean
  @Primary
  Packs plainPacks() {
    return PlainPack.packs("safr");
  }

  @Bean
  Ear ear() {
    return new Ear();
  }

  /** Everything that was told inside, in order. */
  static class Ear {
    private final List<EntryRecorded> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(EntryRecorded event) {
      heard.add(event);
    }

    List<EntryRecorded> of(String number) {
      return heard.stream().filter(event -> event.number().equals(number)).toList();
    }
  }
}
