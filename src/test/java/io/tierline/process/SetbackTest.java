package io.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.client.ResourceAccessException;

/** What keeps a job from being done, and how long it then rests. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SetbackTest {

  static Stream<RuntimeException> outages() {
    return Stream.of(
        new CannotCreateTransactionException("no connection"),
        new TransactionTimedOutException("too long"),
        new QueryTimeoutException("too long"),
        new ResourceAccessException("connection refused"));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void should_wait_for_what_is_down(RuntimeException thrown) {
    assertThat(Setback.of(thrown)).isEqualTo(Setback.OUTAGE);
  }

  @Test
  void should_rest_longer_after_a_fault_of_ours_than_after_an_outage() {
    assertThat(Setback.of(new IllegalStateException("no such ticket"))).isEqualTo(Setback.BUG);
    assertThat(Setback.BUG.pause()).isGreaterThan(Setback.OUTAGE.pause());
  }
}
