package io.tierline.release;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;

/** Packs alone on the real database. Not marked as a configuration, so that no scan finds it. */
@EnableAutoConfiguration
@ComponentScan({"io.tierline.release", "io.tierline.account"})
class ReleaseWorld {

  @Bean
  @Primary
  Compiler textCompiler() {
    return TextPack::compile;
  }

  /** The stack names the project's own folder; these tests change theirs. */
  @Bean
  @Primary
  PackSource folder(@Value("${folder}") Path folder, ReleaseSettings settings) {
    return new PackFolder(folder, settings);
  }
}
