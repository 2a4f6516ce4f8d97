package io.tierline.stack;

import com.github.dockerjava.api.DockerClient;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;

/**
 * A container that nobody watches after its start: whether it lives and answers is looked at by its
 * {@link Part}, at every start and not only at the first.
 */
final class PlainContainer extends GenericContainer<PlainContainer> {

  PlainContainer(String image) {
    super(image);
    withStartupCheckStrategy(
        new StartupCheckStrategy() {
          @Override
          public StartupStatus checkStartupState(DockerClient client, String id) {
            return StartupStatus.SUCCESSFUL;
          }
        });
  }

  @Override
  protected void waitUntilContainerStarted() {}
}
