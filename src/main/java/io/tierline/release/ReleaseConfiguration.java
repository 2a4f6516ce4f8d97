package io.tierline.release;

import io.tierline.policy.Compilation;
import io.tierline.policy.Models;
import io.tierline.policy.Pack;
import io.tierline.policy.PackFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReleaseSettings.class)
class ReleaseConfiguration {

  @Bean
  Compiler compiler(ObjectProvider<Models> models) {
    return new Compiler() {
      @Override
      public Compilation compile(PackFiles files) {
        Compilation compilation = Pack.compile(files);
        return models.stream()
            .findFirst()
            .map(known -> new ModelNames(known).check(compilation))
            .orElse(compilation);
      }

      @Override
      public Compilation recompile(PackFiles files) {
        return Pack.recompile(files);
      }
    };
  }

  @Bean
  PackSource packSource(@Value("${tierline.packs:}") String folder, ReleaseSettings settings) {
    if (folder.isBlank()) {
      return new ShippedPacks();
    }
    Path root = Path.of(folder).toAbsolutePath().normalize();
    if (!Files.isDirectory(root.resolve("rules"))) {
      throw new IllegalStateException(
          "Expected tierline.packs to name a folder that holds dmn/ and rules/, but %s does not"
              .formatted(root));
    }
    return new PackFolder(root, settings);
  }
}
