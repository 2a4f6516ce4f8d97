package io.tierline.account;

/** The accounts file can't be used; stops the start. */
final class AccountsFault extends RuntimeException {

  AccountsFault(String message) {
    super(message);
  }
}
