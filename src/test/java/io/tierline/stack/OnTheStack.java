package io.tierline.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextCustomizerFactories;

/**
 * A test of the server on the real parts. One stack serves all such tests of a run, and tests with
 * the same settings share one server, on a free port.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextCustomizerFactories(OnTheStackCustomizer.Factory.class)
public @interface OnTheStack {

  /** The parts that must run, with what they need; all if none is named. */
  Class<? extends Part>[] value() default {};
}
