package io.tierline.outbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes parcels in the caller's transaction and wakes the courier once that has committed. */
@Component
class TransactionalOutbox implements Outbox {
  private final OutboxRows rows;
  private final Bells bells;

  TransactionalOutbox(OutboxRows rows, Bells bells) {
    this.rows = rows;
    this.bells = bells;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void send(Parcel parcel) {
    rows.append(parcel);
    Bells.Bell bell = bells.of(parcel.destination());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            bell.ring();
          }
        });
  }
}
