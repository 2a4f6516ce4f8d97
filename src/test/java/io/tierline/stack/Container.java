package io.tierline.stack;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.WaitResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.ContainerLaunchException;

/** One container of ours. */
final class Container implements Running {

  private final PlainContainer container;

  Container(PlainContainer container) {
    this.container = container;
  }

  Container start() {
    try {
      if (container.getContainerId() == null) {
        container.start();
      } else {
        client().startContainerCmd(id()).exec();
      }
      return this;
    } catch (ContainerLaunchException | DockerException e) {
      throw new StackFailure(
          "Expected a container of %s to start, but: %s"
              .formatted(container.getDockerImageName(), reason(e)),
          e);
    }
  }

  private static String reason(Throwable e) {
    return e.getCause() == null ? String.valueOf(e.getMessage()) : reason(e.getCause());
  }

  @Override
  public boolean alive() {
    try {
      return Boolean.TRUE.equals(state().getRunning());
    } catch (NotFoundException e) {
      return false; // Testcontainers tidies up too when the JVM ends
    }
  }

  @Override
  public int exitCode() {
    return state().getExitCodeLong().intValue();
  }

  @Override
  public long pid() {
    return state().getPidLong();
  }

  @Override
  public void onExit(Runnable then) {
    client()
        .waitContainerCmd(id())
        .exec(
            new ResultCallback.Adapter<WaitResponse>() {
              @Override
              public void onNext(WaitResponse ended) {
                then.run();
              }
            });
  }

  @Override
  public void stop(String signal, Duration patience) {
    if (send(signal) && !ended(patience)) {
      kill();
    }
  }

  @Override
  public void kill() {
    if (send("KILL")) {
      ended(Duration.ofMinutes(1));
    }
  }

  private boolean ended(Duration patience) {
    try (var wait = client().waitContainerCmd(id()).start()) {
      return wait.awaitCompletion(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void signal(String name) {
    switch (name) {
      case "STOP" -> client().pauseContainerCmd(id()).exec();
      case "CONT" -> client().unpauseContainerCmd(id()).exec();
      default -> send(name);
    }
  }

  /** False if it has ended already. */
  private boolean send(String signal) {
    try {
      client().killContainerCmd(id()).withSignal("SIG" + signal).exec();
      return true;
    } catch (ConflictException | NotFoundException e) {
      return false;
    }
  }

  String log() {
    try {
      return container.getLogs();
    } catch (NotFoundException e) {
      return "";
    }
  }

  @Override
  public String lastLines(int count) {
    return Running.last(count, log());
  }

  /** Removes it with its data. */
  void remove() {
    container.stop();
  }

  private ContainerState state() {
    return client().inspectContainerCmd(id()).exec().getState();
  }

  private String id() {
    return container.getContainerId();
  }

  private DockerClient client() {
    return container.getDockerClient();
  }
}
