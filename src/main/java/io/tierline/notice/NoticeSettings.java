package io.tierline.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are sent.
 *
 * @param from the sender's address; its domain ends the message ids
 * @param url where readers reach this server, without a slash at the end
 * @param mailTimeout when a mail server that doesn't answer counts as down
 * @param firstBackoff the pause before an event is tried again, then doubled
 * @param maxBackoff the longest such pause
 */
@ConfigurationProperties("tierline.notice")
record NoticeSettings(
    @DefaultValue("tierline@localhost") String from,
    @DefaultValue("http://localhost:8080") String url,
    @DefaultValue("5s") Duration mailTimeout,
    @DefaultValue("200ms") Duration firstBackoff,
    @DefaultValue("30s") Duration maxBackoff) {

  String domain() {
    return from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
  }
}
