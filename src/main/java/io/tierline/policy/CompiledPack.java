package io.tierline.policy;

import io.tierline.timeline.Timeline;
import io.tierline.timeline.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pack made of its files. */
final class CompiledPack implements Pack {

  private final PackFiles files;
  private final Declaration declaration;
  private final Decisions decisions;
  private final Judge judge;
  private final Gate gate;
  private final Vocabulary vocabulary;
  private final Explanations explanations;
  private final ContractCheck contracts;

  CompiledPack(
      PackFiles files,
      Declaration declaration,
      Decisions decisions,
      Judge judge,
      ContractCheck contracts) {
    this.files = files;
    this.declaration = declaration;
    this.decisions = decisions;
    this.judge = judge;
    this.contracts = contracts;
    gate = new Gate(declaration, decisions, judge);
    vocabulary = Words.of(declaration);
    explanations = new Explanations(declaration, judge, vocabulary, Faces.of(declaration));
  }

  @Override
  public String id() {
    return declaration.pack();
  }

  @Override
  public String version() {
    return declaration.version();
  }

  @Override
  public PackFiles files() {
    return files;
  }

  @Override
  public Judgement judge(Timeline timeline, Instant now) {
    return judge.judge(timeline, now);
  }

  @Override
  public WhoseTime whoseTime(Timeline timeline, Instant now) {
    return judge.retell(timeline, now).whoseTime();
  }

  @Override
  public List<Promised> promised(Timeline timeline, Instant now) {
    return judge.promised(timeline, now);
  }

  @Override
  public Explained explain(Timeline timeline, Question question, Instant now) {
    return explanations.explain(timeline, question, now);
  }

  @Override
  public Admission admit(Timeline timeline, Proposal proposal, Instant now) {
    return gate.admit(timeline, proposal, now);
  }

  @Override
  public Optional<Map<String, Object>> terms(String agreement) {
    return Optional.ofNullable(declaration.agreements().get(agreement));
  }

  @Override
  public Optional<String> lacking(Map<String, Object> terms) {
    return contracts.fault(terms);
  }

  @Override
  public Visibility visibility(String kind) {
    Declaration.Kind declared = declaration.kinds().get(kind);
    return declared == null ? Visibility.ALL : declared.visibility();
  }

  @Override
  public Pack with(CalendarData data) {
    return data.equals(calendarData())
        ? this
        : new CompiledPack(files, declaration, decisions, judge.with(data), contracts);
  }

  @Override
  public CalendarData calendarData() {
    return judge.calendars().data();
  }

  @Override
  public Fitting fit(Supplement supplement, Map<String, Object> terms) {
    return new Fit(declaration, judge.calendars(), supplement).with(terms);
  }

  @Override
  public List<Ending> endings(Timeline timeline, Instant now) {
    return judge.endings(timeline, now);
  }

  @Override
  public Place place(Judgement judgement, Instant openedAt) {
    return new Queue(declaration.queue()).place(judgement, openedAt);
  }

  @Override
  public Optional<AlertRule> alerts() {
    return Optional.ofNullable(declaration.alerts()).map(alerts -> alerts.over(declaration));
  }

  @Override
  public Faces faces() {
    return explanations.faces();
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }
}
