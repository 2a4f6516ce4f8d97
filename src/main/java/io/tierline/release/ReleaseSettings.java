package io.tierline.release;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How packs are looked for.
 *
 * @param poll how often the folder is looked at; a change counts when two looks in a row agree
 * @param follow how often the database is asked what other instances took
 * @param maxFile the size of a pack's largest file
 * @param maxFiles the number of a pack's files, at most
 */
@ConfigurationProperties("tierline.release")
record ReleaseSettings(
    @DefaultValue("100ms") Duration poll,
    @DefaultValue("200ms") Duration follow,
    @DefaultValue("1MB") DataSize maxFile,
    @DefaultValue("200") int maxFiles) {}
