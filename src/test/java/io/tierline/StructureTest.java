package io.tierline;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class StructureTest {

  @Test
  void shouldKeepToTheDeclaredEdgesBetweenModules() {
    ApplicationModules.of(Tierline.class).verify();
  }

  @Test
  void shouldKeepTheRulesFreeOfTheFramework() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tierline.time", "io.tierline.timeline", "io.tierline.policy");

    // package-info may: that is where a module declares its edges, and nothing runs there
    noClasses()
        .that(not(simpleName("package-info")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..")
        .check(classes);
  }
}
