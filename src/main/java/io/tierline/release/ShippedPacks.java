package io.tierline.release;

import io.tierline.policy.PackFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The copies in the jar, under {@code packs/}: what runs where no folder is named. */
final class ShippedPacks implements PackSource {
  private final PathMatchingResourcePatternResolver resources =
      new PathMatchingResourcePatternResolver();

  @Override
  public Origin origin() {
    return Origin.JAR;
  }

  @Override
  public Object signature() {
    return "shipped";
  }

  @Override
  public List<FoundPack> read() throws IOException {
    List<FoundPack> found = new ArrayList<>();
    for (Resource policy : resources.getResources("classpath*:packs/rules/*/policy.yaml")) {
      String path = path(policy);
      String pack = path.substring("rules/".length(), path.lastIndexOf('/'));
      found.add(new FoundPack(pack, files(pack), List.of()));
    }
    return found;
  }

  private PackFiles files(String pack) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    for (String pattern : List.of("rules/%s/policy.yaml", "rules/%s/*.drl", "dmn/%s/*.dmn")) {
      for (Resource file : resources.getResources("classpath*:packs/" + pattern.formatted(pack))) {
        files.put(path(file), file.getContentAsString(StandardCharsets.UTF_8));
      }
    }
    return new PackFiles(files);
  }

  private static String path(Resource file) throws IOException {
    String url = file.getURL().toString();
    return url.substring(url.lastIndexOf("/packs/") + "/packs/".length());
  }
}
