package io.tierline.stack;

import java.util.Map;

/**
 * The parts that Tierline runs on, as child processes or as containers ({@link Way}) behind the
 * same few calls.
 */
public interface Stack extends AutoCloseable {

  /** Starts the given parts and what they need, all of them if none is given; then they answer. */
  @SuppressWarnings("unchecked")
  void start(Class<? extends Part>... wanted);

  /** A part, to stop, kill and start it. */
  <P extends Part> P part(Class<P> type);

  /** Where the parts are, as the server's properties. */
  Map<String, String> properties();

  @Override
  void close();
}
