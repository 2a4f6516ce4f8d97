package io.tierline.timeline;

import java.util.Set;

/**
 * The closed core of entry kinds: those whose meaning code or models rely on. A pack says which of
 * them it uses, with which fields, and may declare kinds of its own.
 */
public final class Kinds {
  public static final String OPENED = "opened";
  public static final String ESCALATED = "escalated";
  public static final String RETURNED = "returned";
  public static final String RETYPED = "retyped";
  public static final String OBSERVED = "observed";
  public static final String DEADLINE_REACHED = "deadline-reached";
  public static final String INCIDENT_DECLARED = "incident-declared";
  public static final String REMINDER_REACHED = "reminder-reached";
  public static final String BREACH_WITHDRAWN = "breach-withdrawn";
  public static final String CALLOUT_ANSWERED = "callout-answered";
  public static final String POLICY_CHANGED = "policy-changed";
  public static final String CALENDAR_CHANGED = "calendar-changed";

  public static final String REPORT_SIGNED = "report-signed";

  /** A clock that was unknown got its end, for its calendar is known further now. */
  public static final String CALENDAR_EXTENDED = "calendar-extended";

  public static final String CLOSED = "closed";
  public static final String REOPENED = "reopened";

  /** Every kind of the core. */
  public static final Set<String> CORE =
      Set.of(
          OPENED,
          "acknowledged",
          "severity-set",
          "information-requested",
          "information-provided",
          "replied",
          "reproduced",
          "not-reproduced",
          ESCALATED,
          RETURNED,
          RETYPED,
          "held",
          "resumed",
          "workaround-provided",
          "workaround-accepted",
          "workaround-rejected",
          "fix-delivered",
          "fix-accepted",
          "fix-rejected",
          "answered",
          "notice-given",
          "estimate-offered",
          "estimate-approved",
          "estimate-declined",
          "warranty-checked",
          OBSERVED,
          DEADLINE_REACHED,
          INCIDENT_DECLARED,
          REMINDER_REACHED,
          BREACH_WITHDRAWN,
          CALLOUT_ANSWERED,
          POLICY_CHANGED,
          CALENDAR_CHANGED,
          CALENDAR_EXTENDED,
          CLOSED,
          REOPENED,
          REPORT_SIGNED,
          "rated");

  /**
   * Consequences: on the timeline for audit, ignored by the judge, so that rehearsing another
   * policy is not contaminated by what the old one did.
   */
  public static final Set<String> CONSEQUENCES =
      Set.of(
          DEADLINE_REACHED,
          INCIDENT_DECLARED,
          REMINDER_REACHED,
          BREACH_WITHDRAWN,
          CALENDAR_EXTENDED);

  private Kinds() {}
}
