package io.tierline.stack;

import org.jspecify.annotations.Nullable;

/** The one stack of a test run, started part by part as tests ask for them. */
public final class SharedStack {

  private static @Nullable LocalStack stack;
  private static @Nullable StackFailure failure;

  private SharedStack() {}

  /** The stack with at least the given parts running, all of them if none is given. */
  @SafeVarargs
  public static synchronized LocalStack with(Class<? extends Part>... parts) {
    if (failure != null) {
      throw failure;
    }
    try {
      LocalStack shared = stack == null ? fresh() : stack;
      stack = shared;
      shared.start(parts);
      return shared;
    } catch (StackFailure e) {
      failure = e; // so that not every test class waits for the same failure
      throw e;
    }
  }

  private static LocalStack fresh() {
    Place place = Place.tests();
    LocalStack fresh = new LocalStack(place, Ports.free(), new Progress(System.out));
    fresh.wipe();
    return fresh;
  }
}
