package io.tierline.process;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.InternalClientException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import io.camunda.client.api.worker.JobWorker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Runs the jobs that models ask for. Holds no rule: each worker reads its variables, asks one
 * component and completes the job with its answer.
 */
@Component
class Workers {

  /** The job types there are; a model that names another is refused. */
  static final String JUDGE = "judge";

  static final String RECORD = "record";

  /**
   * The job of the end listener on each user task. A type of its own: the task stays in completing
   * until this job is done, and a wake then would lose the act, so it must never queue behind a
   * {@code record} that waits for the exporter.
   */
  static final String HAND_OVER_KEY = "hand-over-key";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final CamundaClient zeebe;
  private final CamundaClient handingOver;
  private final Judge judge;
  private final Recording recording;
  private final MeterRegistry meters;
  private final List<JobWorker> open = new ArrayList<>();

  Workers(
      CamundaClient zeebe,
      @Qualifier("handingOver") CamundaClient handingOver,
      Judge judge,
      Recording recording,
      MeterRegistry meters) {
    this.zeebe = zeebe;
    this.handingOver = handingOver;
    this.judge = judge;
    this.recording = recording;
    this.meters = meters;
  }

  /** Begins to work, unless it does; they find an engine that was away by themselves. */
  void open() {
    if (!open.isEmpty()) {
      return;
    }
    open(
        zeebe,
        false,
        JUDGE,
        job -> Optional.of(judge.answer(asked(job))),
        "ticket",
        "generation",
        "incident",
        "callout");
    open(
        zeebe,
        false,
        RECORD,
        this::recorded,
        "ticket",
        "taskKey",
        "act",
        "data",
        "occasion",
        "seenSeq");
    open(
        handingOver,
        true,
        HAND_OVER_KEY,
        job -> Optional.of(Map.of("taskKey", String.valueOf(job.getElementInstanceKey()))),
        "ticket");
  }

  /** Stops to work; jobs in hand are finished by whoever gets them next. */
  void close() {
    Closing.within(PATIENCE, () -> open.forEach(JobWorker::close));
    open.clear();
  }

  /** What a worker answers; empty if it is too early to say. */
  private interface Work {
    Optional<?> answer(ActivatedJob job);
  }

  /**
   * Jobs are asked for, not pushed: those that nobody has a hand free for would be pushed, yielded
   * and run out again and again, and the engine would do little else.
   *
   * @param pushed for work that never waits and must not: an engine that asks for less refuses to
   *     be asked for jobs, but goes on pushing them
   */
  private void open(
      CamundaClient client, boolean pushed, String type, Work work, String... variables) {
    open.add(
        client
            .newWorker()
            .jobType(type)
            .handler(handler(client, work))
            .name("tierline")
            .timeout(Duration.ofSeconds(30))
            .maxJobsActive(32)
            .fetchVariables(variables)
            .streamEnabled(pushed)
            .open());
  }

  private JobHandler handler(CamundaClient zeebe, Work work) {
    return (client, job) -> {
      try {
        work.answer(job)
            .ifPresentOrElse(
                answer -> complete(client, job, answer),
                () -> again(zeebe, job, Setback.NOT_YET_EXPORTED));
      } catch (RuntimeException e) {
        Setback setback = Setback.of(e);
        LOG.atLevel(setback == Setback.OUTAGE ? Level.WARN : Level.ERROR)
            .setCause(e)
            .log("Job {} of type {} meets: {}", job.getKey(), job.getType(), setback);
        again(zeebe, job, setback);
      }
    };
  }

  private static void complete(JobClient client, ActivatedJob job, Object answer) {
    tell(client.newCompleteCommand(job.getKey()).variables(answer), job);
  }

  /**
   * Lets a job rest: it stays ours for the pause and then runs out. It isn't failed with a pause of
   * the engine's, which is forgotten now and then, and with it the job (ADR 0027).
   */
  private void again(CamundaClient zeebe, ActivatedJob job, Setback setback) {
    String reason = setback.name().toLowerCase(Locale.ROOT);
    meters.counter("tierline.jobs.setbacks", "type", job.getType(), "why", reason).increment();
    tell(zeebe.newUpdateTimeoutCommand(job).timeout(setback.pause()), job);
  }

  /**
   * Tells the engine. What it doesn't take is left to the job's timeout: the client would count a
   * fault that leaves the handler as a lost retry.
   */
  private static void tell(FinalCommandStep<?> command, ActivatedJob job) {
    try {
      command.send().join();
    } catch (ClientException e) {
      LOG.warn("Job {} of type {} comes again: {}", job.getKey(), job.getType(), e.getMessage());
    }
  }

  private Optional<?> recorded(ActivatedJob job) {
    long instance = job.getProcessInstanceKey();
    if ("system".equals(job.getCustomHeaders().get("by"))) {
      return Optional.of(recording.bySystem(instance, job.getVariablesAsType(Act.class)));
    }
    return variables(job, Act.class)
        .<Optional<?>>map(act -> recording.byPerson(instance, act))
        .orElseGet(() -> Optional.of(recording.unreadable(instance)));
  }

  /** A task's variables are a claim of whoever completed it: they may be of any shape. */
  private static <T> Optional<T> variables(ActivatedJob job, Class<T> type) {
    try {
      return Optional.of(job.getVariablesAsType(type));
    } catch (InternalClientException shapeless) {
      return Optional.empty();
    }
  }

  private static Asked asked(ActivatedJob job) {
    Subject subject = variables(job, Subject.class).orElse(new Subject("", 0, null, null));
    String wakes = job.getCustomHeaders().get("wakes");
    return new Asked(
        job.getKey(),
        job.getProcessInstanceKey(),
        job.getCustomHeaders().get("claim"),
        Objects.requireNonNullElse(subject.ticket(), ""),
        subject.generation(),
        subject.incident(),
        subject.callout(),
        wakes == null || wakes.isBlank() ? null : List.of(wakes.strip().split("\\s*,\\s*")));
  }
}
