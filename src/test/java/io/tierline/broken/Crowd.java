package io.tierline.broken;

import io.tierline.stack.Server;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Several clients at work. */
final class Crowd {

  private final List<Client> clients;
  private final List<Thread> threads;

  private Crowd(List<Client> clients) {
    this.clients = clients;
    this.threads = clients.stream().map(Thread.ofVirtual()::start).toList();
  }

  /** Lets so many begin. */
  static Crowd of(int size, List<Server> servers, Acknowledged log, SplittableRandom random) {
    return new Crowd(
        IntStream.range(0, size).mapToObj(n -> new Client(servers, log, random.split())).toList());
  }

  /** Ends when everybody has got the answer to what was under way. */
  void stop() throws InterruptedException {
    clients.forEach(Client::stop);
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
