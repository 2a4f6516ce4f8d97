package io.tierline.outbox;

/**
 * The one way out. A row is written in the transaction of what it reports, and relayed at least
 * once, in order per lane and destination.
 */
public interface Outbox {

  /**
   * Writes one row; the caller's transaction must be open.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  void send(Parcel parcel);
}
