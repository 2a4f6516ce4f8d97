package io.tierline.process;

import io.camunda.client.CamundaClient;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which instances the engine runs. */
@Component
class Presence {

  private final CamundaClient zeebe;

  Presence(CamundaClient zeebe) {
    this.zeebe = zeebe;
  }

  /**
   * Whether the engine has the instance. Asked by a command, which answers from the engine's own
   * state: no search is up to date.
   *
   * @throws RuntimeException if the engine does not answer
   */
  boolean has(long instance) {
    try {
      zeebe.newSetVariablesCommand(instance).variables(Map.of()).send().join();
      return true;
    } catch (RuntimeException e) {
      if (Fault.of(e) == Fault.GONE) {
        return false;
      }
      throw e;
    }
  }
}
