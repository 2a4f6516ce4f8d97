package io.tierline.process;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the engine is and how it is spoken to: nothing here is promised to anybody.
 *
 * @param grpc the gateway's gRPC address
 * @param rest the gateway's REST address, which alone can move a user task's due date
 * @param records the address under which the engine's exported records are searched
 * @param formPatience how long the first instances wait for Tasklist to know the forms
 * @param wakeTtl how long a wake outlives a token that is on its way; longer than any backlog
 * @param startTtl how long a start waits for an instance of the same generation to end
 * @param startPatience after which a start that nobody claimed is sent again
 * @param reconcile how often a part of the running instances is looked after
 * @param reconcileAtOnce how many of them each time
 */
@ConfigurationProperties("tierline.zeebe")
record ZeebeSettings(
    @DefaultValue("http://127.0.0.1:26500") URI grpc,
    @DefaultValue("http://127.0.0.1:8089") URI rest,
    @Nullable URI records,
    @DefaultValue("3m") Duration formPatience,
    @DefaultValue("7d") Duration wakeTtl,
    @DefaultValue("5s") Duration startTtl,
    @DefaultValue("1m") Duration startPatience,
    @DefaultValue("5s") Duration reconcile,
    @DefaultValue("50") int reconcileAtOnce) {

  Optional<URI> exported() {
    return Optional.ofNullable(records);
  }
}
