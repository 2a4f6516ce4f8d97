package io.tierline.ticket;

/** Whether alarms need the machine more than anything that can wait. */
public interface Pressing {

  /**
   * True while more alarms are due than one round takes: a few that fail and are tried again don't
   * press.
   */
  boolean now();
}
