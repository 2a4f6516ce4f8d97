package io.tierline.process;

import org.springframework.stereotype.Component;

/**
 * Whether the engine holds our models. A start that it gets earlier finds no process and is gone
 * when its short life ends.
 */
@Component
class Readiness {

  private volatile boolean deployed;

  boolean deployed() {
    return deployed;
  }

  void reached() {
    deployed = true;
  }

  void lost() {
    deployed = false;
  }
}
