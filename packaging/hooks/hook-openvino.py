"""OpenVINO's own libraries lie beside its Python part and are loaded by name; `bundle.recipe` leaves most out."""

from PyInstaller.utils.hooks import collect_dynamic_libs

binaries = collect_dynamic_libs("openvino", search_patterns=["*.so*", "*.dll", "*.dylib"])
