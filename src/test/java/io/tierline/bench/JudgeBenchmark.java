package io.tierline.bench;

import io.tierline.cases.PackFolder;
import io.tierline.policy.Judgement;
import io.tierline.policy.Pack;
import io.tierline.timeline.Actor;
import io.tierline.timeline.Entry;
import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one judgement takes of a timeline of 20 entries, and of one of 200: all of its clocks,
 * each round of them, rules included.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@BenchmarkMode({Mode.SampleTime, Mode.Throughput})
public class JudgeBenchmark {

  private static final Instant START = Instant.parse("2026-03-02T18:00:00Z");

  /** How many entries the timeline has. */
  @Param({"20", "200"})
  public int entries;

  private Pack pack;
  private Timeline timeline;
  private Instant now;

  /** Compiles the pack and makes the timeline. */
  @Setup
  public void compile() {
    pack = new PackFolder(Path.of("")).pack("safr");
    List<Entry> all = new ArrayList<>();
    add(all, "reseller/L2", "opened", Map.of("type", "bug", "fields", handover()));
    add(
        all,
        "system",
        "observed",
        Map.of("terms", pack.terms("demo").orElseThrow(), "source", "agreement"));
    while (all.size() < entries) {
      add(all, "agent/L3", "replied", Map.of("text", true));
      add(all, "agent/L3", "information-requested", Map.of("text", true));
      add(all, "reseller/L2", "information-provided", Map.of("text", true));
    }
    timeline = new Timeline(all);
    now = START.plusSeconds(entries * 3600L);
  }

  private static Map<String, Object> handover() {
    return Map.ofEntries(
        Map.entry("category", "software-defect"),
        Map.entry("impact", "service-down"),
        Map.entry("cause", "product"),
        Map.entry("reproduced", true),
        Map.entry("explanation", true),
        Map.entry("businessImpact", true),
        Map.entry("steps", true),
        Map.entry("contact", true),
        Map.entry("screenshots", List.of("screen.png")),
        Map.entry("logs", List.of("server.log")),
        Map.entry("configurations", List.of("server.conf")));
  }

  private static void add(
      List<Entry> entries, String actor, String kind, Map<String, Object> data) {
    Instant at = START.plusSeconds(3600L * entries.size());
    entries.add(new Entry(entries.size() + 1, at, at, Actor.of(actor), kind, Visibility.ALL, data));
  }

  /** The judgement. */
  @Benchmark
  public Judgement judge() {
    return pack.judge(timeline, now);
  }
}
