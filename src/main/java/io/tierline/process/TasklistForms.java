package io.tierline.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Whether Tasklist knows the forms. A user task that reaches it earlier shows bare variables for
 * ever, so nothing starts before.
 */
@Component
class TasklistForms {

  private static final Logger LOG = LoggerFactory.getLogger(TasklistForms.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final ExportedRecords records;
  private final Duration patience;
  private final boolean shown;

  TasklistForms(
      ExportedRecords records,
      ZeebeSettings settings,
      @Value("${tierline.tasklist.url:}") String tasklist) {
    this.records = records;
    this.patience = settings.formPatience();
    this.shown = records.configured() && !tasklist.isBlank();
  }

  /** Returns when Tasklist knows the forms, patience ends or nobody waits any more. */
  void await(List<Long> formKeys, BooleanSupplier waiting) {
    long end = System.nanoTime() + patience.toNanos();
    while (shown && waiting.getAsBoolean() && !known(formKeys)) {
      if (System.nanoTime() > end) {
        LOG.warn(
            "Tasklist does not know the forms after {}: tasks may show bare variables", patience);
        return;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean known(List<Long> formKeys) {
    try {
      return records.formsKnown(formKeys) >= formKeys.size();
    } catch (RestClientException e) {
      LOG.info("Tasklist's forms can't be seen yet: {}", e.getMessage());
      return false;
    }
  }
}
