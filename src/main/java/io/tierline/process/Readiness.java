package io.tierline.process;

import org.springframework.stereotype.Component;

/**
 * Whether the engine takes what we send it: it holds our models, and answered when it was asked
 * last. Without the models a start finds no process and is gone when its short life ends; and an
 * engine that was away may come back without them.
 */
@Component
class Readiness {

  private volatile boolean deployed;
  private volatile boolean answering;

  /** Whether it held our models when it was met. */
  boolean deployed() {
    return deployed;
  }

  /** Whether it may be sent something. */
  boolean works() {
    return deployed && answering;
  }

  void reached() {
    deployed = true;
  }

  void lost() {
    deployed = false;
  }

  void answered() {
    answering = true;
  }

  void silent() {
    answering = false;
  }
}
