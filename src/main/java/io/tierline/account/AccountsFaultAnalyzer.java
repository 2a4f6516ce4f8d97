package io.tierline.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence what is wrong with the accounts file, in place of a stack trace. */
class AccountsFaultAnalyzer extends AbstractFailureAnalyzer<AccountsFault> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AccountsFault fault) {
    return new FailureAnalysis(
        "The accounts file is not usable: " + fault.getMessage(),
        "Correct the file that the property tierline.accounts names, and start again.",
        fault);
  }
}
