"""The COM calls of Windows Portable Devices, through comtypes: thin on purpose, since nothing here runs elsewhere.

Interfaces are written out by hand in the order of PortableDeviceApi.idl and PortableDeviceTypes.idl. The type library
of Windows marks several results as inputs, so wrappers made from it hand back nothing.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from ctypes import POINTER, byref, c_double, c_uint32, c_uint64, c_ushort, c_void_p, c_wchar_p
from datetime import datetime, timedelta
from typing import Any, TypeVar

import comtypes
import comtypes.client
from comtypes import COMMETHOD, GUID, HRESULT, IUnknown

from app.devices.wpd_device import ROOT, WpdError, WpdFacts, WpdValues

_Made = TypeVar("_Made")
_CHUNK = 1_048_576
_MANAGER = GUID("{0AF10CEC-2ECD-4B92-9581-34F6AE0637F3}")
_DEVICE = GUID("{F7C0039A-4762-488A-B4B3-760EF9A1BA9B}")
_VALUES = GUID("{0C15D503-D017-47CE-9016-7B3F978721CC}")
_KEYS = GUID("{DE2D022D-2480-43BE-97F0-D1FA2CF98F4F}")
_VARIANTS = GUID("{08A99E2F-6D6D-4B80-AF5A-BAF2BCBE4CB9}")
_OBJECT = GUID("{EF6B490D-5CD8-437A-AFFC-DA8B60EE4A3C}")
_ABOUT = GUID("{26D4979A-E643-4626-9E2B-736DC0C92FDC}")
_CLIENT = GUID("{204D9F0C-2292-4080-9F42-40664E70F859}")
_RESOURCE = GUID("{E81E79BE-34F0-41BF-B53F-F1A06AE87842}")
_FOLDERS = (GUID("{27E2E392-A111-48E0-AB0C-E17705A05F85}"), GUID("{99ED0160-17FF-4C44-9D98-1D7A6F941921}"))
_VT_LPWSTR, _VT_DATE = 31, 7
_READ_AND_WRITE = 0xC0000000
_IMPERSONATION = 0x00020000


class PropertyKey(ctypes.Structure):
    """``PROPERTYKEY``."""

    _fields_ = (("fmtid", GUID), ("pid", c_uint32))


class _Payload(ctypes.Union):
    _fields_ = (("text", c_wchar_p), ("date", c_double), ("raw", c_uint64 * 2))


class PropVariant(ctypes.Structure):
    """``PROPVARIANT``, as far as strings and dates need it."""

    _fields_ = (("vt", c_ushort), ("reserved", c_ushort * 3), ("payload", _Payload))


def _key(fmtid: GUID, pid: int) -> PropertyKey:
    return PropertyKey(fmtid, pid)


_PERSISTENT_ID, _CONTENT_TYPE, _NAME = _key(_OBJECT, 5), _key(_OBJECT, 7), _key(_OBJECT, 4)
_IS_HIDDEN, _SIZE, _FILE_NAME = _key(_OBJECT, 9), _key(_OBJECT, 11), _key(_OBJECT, 12)
_MODIFIED, _CAN_DELETE = _key(_OBJECT, 19), _key(_OBJECT, 26)
_MAKER, _MODEL, _SERIAL, _FRIENDLY = _key(_ABOUT, 7), _key(_ABOUT, 8), _key(_ABOUT, 9), _key(_ABOUT, 12)


def _method(name: str, *arguments: Any) -> Any:
    return COMMETHOD([], HRESULT, name, *(((["in"], kind)) for kind in arguments))


class IValues(IUnknown):  # type: ignore[misc]
    """``IPortableDeviceValues``."""

    _iid_ = GUID("{6848F6F2-3155-4F86-B6F5-263EEEAB3143}")
    _methods_ = (
        _method("GetCount", c_void_p), _method("GetAt", c_uint32, c_void_p, c_void_p),
        _method("SetValue", POINTER(PropertyKey), c_void_p),
        _method("GetValue", POINTER(PropertyKey), POINTER(PropVariant)),
        _method("SetStringValue", POINTER(PropertyKey), c_wchar_p),
        _method("GetStringValue", POINTER(PropertyKey), POINTER(c_void_p)),
        _method("SetUnsignedIntegerValue", POINTER(PropertyKey), c_uint32),
        _method("GetUnsignedIntegerValue", POINTER(PropertyKey), POINTER(c_uint32)),
        _method("SetSignedIntegerValue", POINTER(PropertyKey), ctypes.c_int32),
        _method("GetSignedIntegerValue", POINTER(PropertyKey), c_void_p),
        _method("SetUnsignedLargeIntegerValue", POINTER(PropertyKey), c_uint64),
        _method("GetUnsignedLargeIntegerValue", POINTER(PropertyKey), POINTER(c_uint64)),
        _method("SetSignedLargeIntegerValue", POINTER(PropertyKey), ctypes.c_int64),
        _method("GetSignedLargeIntegerValue", POINTER(PropertyKey), c_void_p),
        _method("SetFloatValue", POINTER(PropertyKey), ctypes.c_float),
        _method("GetFloatValue", POINTER(PropertyKey), c_void_p),
        _method("SetErrorValue", POINTER(PropertyKey), ctypes.c_int32),
        _method("GetErrorValue", POINTER(PropertyKey), c_void_p),
        _method("SetKeyValue", POINTER(PropertyKey), POINTER(PropertyKey)),
        _method("GetKeyValue", POINTER(PropertyKey), c_void_p),
        _method("SetBoolValue", POINTER(PropertyKey), ctypes.c_int32),
        _method("GetBoolValue", POINTER(PropertyKey), POINTER(ctypes.c_int32)),
        _method("SetIUnknownValue", POINTER(PropertyKey), c_void_p),
        _method("GetIUnknownValue", POINTER(PropertyKey), c_void_p),
        _method("SetGuidValue", POINTER(PropertyKey), POINTER(GUID)),
        _method("GetGuidValue", POINTER(PropertyKey), POINTER(GUID)),
    )  # fmt: skip


class IKeys(IUnknown):  # type: ignore[misc]
    """``IPortableDeviceKeyCollection``."""

    _iid_ = GUID("{DADA2357-E0AD-492E-98DB-DD61C53BA353}")
    _methods_ = (
        _method("GetCount", POINTER(c_uint32)), _method("GetAt", c_uint32, POINTER(PropertyKey)),
        _method("Add", POINTER(PropertyKey)),
    )  # fmt: skip


class IVariants(IUnknown):  # type: ignore[misc]
    """``IPortableDevicePropVariantCollection``."""

    _iid_ = GUID("{89B2E422-4F1B-4316-BCEF-A44AFEA83EB3}")
    _methods_ = (
        _method("GetCount", POINTER(c_uint32)), _method("GetAt", c_uint32, POINTER(PropVariant)),
        _method("Add", POINTER(PropVariant)),
    )  # fmt: skip


class IIds(IUnknown):  # type: ignore[misc]
    """``IEnumPortableDeviceObjectIDs``."""

    _iid_ = GUID("{10ECE955-CF41-4728-BFA0-41EEDF1BBF19}")
    _methods_ = (_method("Next", c_uint32, POINTER(c_void_p), POINTER(c_uint32)),)


class IStream(IUnknown):  # type: ignore[misc]
    """``ISequentialStream``, the reading half of a stream."""

    _iid_ = GUID("{0C733A30-2A1C-11CE-ADE5-00AA0044773D}")
    _methods_ = (_method("Read", c_void_p, c_uint32, POINTER(c_uint32)),)


class IProperties(IUnknown):  # type: ignore[misc]
    """``IPortableDeviceProperties``."""

    _iid_ = GUID("{7F6D695C-03DF-4439-A809-59266BEEE3A6}")
    _methods_ = (
        _method("GetSupportedProperties", c_wchar_p, c_void_p),
        _method("GetPropertyAttributes", c_wchar_p, POINTER(PropertyKey), c_void_p),
        _method("GetValues", c_wchar_p, POINTER(IKeys), POINTER(POINTER(IValues))),
    )  # fmt: skip


class IResources(IUnknown):  # type: ignore[misc]
    """``IPortableDeviceResources``."""

    _iid_ = GUID("{FD8878AC-D841-4D17-891C-E6829CDB6934}")
    _methods_ = (
        _method("GetSupportedResources", c_wchar_p, c_void_p),
        _method("GetResourceAttributes", c_wchar_p, POINTER(PropertyKey), c_void_p),
        _method(
            "GetStream", c_wchar_p, POINTER(PropertyKey), c_uint32, POINTER(c_uint32), POINTER(POINTER(IStream))
        ),
    )  # fmt: skip


class IContent(IUnknown):  # type: ignore[misc]
    """``IPortableDeviceContent``."""

    _iid_ = GUID("{6A96ED84-7C73-4480-9938-BF5AF477D426}")
    _methods_ = (
        _method("EnumObjects", c_uint32, c_wchar_p, c_void_p, POINTER(POINTER(IIds))),
        _method("Properties", POINTER(POINTER(IProperties))),
        _method("Transfer", POINTER(POINTER(IResources))),
        _method("CreateObjectWithPropertiesOnly", c_void_p, c_void_p),
        _method("CreateObjectWithPropertiesAndData", c_void_p, c_void_p, c_void_p, c_void_p),
        _method("Delete", c_uint32, POINTER(IVariants), POINTER(POINTER(IVariants))),
        _method("GetObjectIDsFromPersistentUniqueIDs", POINTER(IVariants), POINTER(POINTER(IVariants))),
    )


class IDevice(IUnknown):  # type: ignore[misc]
    """``IPortableDevice``."""

    _iid_ = GUID("{625E2DF8-6392-4CF0-9AD1-3CFA5F17775C}")
    _methods_ = (
        _method("Open", c_wchar_p, POINTER(IValues)),
        _method("SendCommand", c_uint32, c_void_p, c_void_p),
        _method("Content", POINTER(POINTER(IContent))),
        _method("Capabilities", c_void_p),
        _method("Cancel"),
        _method("Close"),
    )


class IManager(IUnknown):  # type: ignore[misc]
    """``IPortableDeviceManager``."""

    _iid_ = GUID("{A1567595-4C2F-4574-A6FA-ECEF917B9A40}")
    _methods_ = (
        _method("GetDevices", POINTER(c_void_p), POINTER(c_uint32)),
        _method("RefreshDeviceList"),
        _method("GetDeviceFriendlyName", c_wchar_p, c_void_p, POINTER(c_uint32)),
        _method("GetDeviceDescription", c_wchar_p, c_void_p, POINTER(c_uint32)),
    )


def _asked(call: Callable[..., _Made], *arguments: Any) -> _Made:
    """Call COM; what it refuses becomes our one error."""
    try:
        return call(*arguments)
    except comtypes.COMError as error:
        raise WpdError(int(error.hresult)) from error
    except OSError as error:
        raise WpdError(int(getattr(error, "winerror", 0) or 0x8000FFFF)) from error


class Manager:
    """The devices Windows knows now."""

    def __init__(self) -> None:
        self._manager = _asked(comtypes.client.CreateObject, _MANAGER, None, None, IManager)

    def devices(self) -> Sequence[tuple[str, str]]:
        """Plug-and-play id and name of each."""
        _asked(self._manager.RefreshDeviceList)
        number = c_uint32(0)
        _asked(self._manager.GetDevices, None, byref(number))
        found = (c_void_p * number.value)()
        if number.value:
            _asked(self._manager.GetDevices, found, byref(number))
        return [(device, self._name(device)) for device in (_taken(text) for text in found[: number.value])]

    def open(self, device: str) -> Phone:
        """Open one device for reading and deleting."""
        return Phone(device)

    def _name(self, device: str) -> str:
        for ask in (self._manager.GetDeviceFriendlyName, self._manager.GetDeviceDescription):
            length = c_uint32(0)
            try:
                _asked(ask, device, None, byref(length))
                room = ctypes.create_unicode_buffer(length.value + 1)
                _asked(ask, device, ctypes.cast(room, c_void_p), byref(length))
            except WpdError:
                continue
            if room.value:
                return room.value
        return "Phone or camera"


class Phone:
    """One opened device."""

    def __init__(self, device: str) -> None:
        client = _made(_VALUES, IValues)
        _asked(client.SetStringValue, byref(_key(_CLIENT, 2)), "ClearPost")
        for pid, number in ((3, 1), (4, 0), (5, 0)):
            _asked(client.SetUnsignedIntegerValue, byref(_key(_CLIENT, pid)), number)
        _asked(client.SetUnsignedIntegerValue, byref(_key(_CLIENT, 8)), _IMPERSONATION)
        _asked(client.SetUnsignedIntegerValue, byref(_key(_CLIENT, 9)), _READ_AND_WRITE)
        self._device = _made(_DEVICE, IDevice)
        _asked(self._device.Open, device, client)
        self._content, self._properties, self._resources = (
            _out(IContent),
            _out(IProperties),
            _out(IResources),
        )
        _asked(self._device.Content, byref(self._content))
        _asked(self._content.Properties, byref(self._properties))
        _asked(self._content.Transfer, byref(self._resources))

    def facts(self) -> WpdFacts:
        said = self._values_of(ROOT, (_MAKER, _MODEL, _SERIAL, _FRIENDLY))
        return WpdFacts(*(_text(said, key) for key in (_MAKER, _MODEL, _SERIAL, _FRIENDLY)))

    def children(self, object_id: str) -> Sequence[str]:
        ids = _out(IIds)
        _asked(self._content.EnumObjects, 0, object_id, None, byref(ids))
        found: list[str] = []
        while True:
            room, number = (c_void_p * 64)(), c_uint32(0)
            _asked(ids.Next, 64, room, byref(number))
            if not number.value:
                return found
            found += [_taken(text) for text in room[: number.value]]

    def values(self, object_id: str) -> WpdValues:
        asked = (_PERSISTENT_ID, _CONTENT_TYPE, _NAME, _FILE_NAME, _SIZE, _MODIFIED, _CAN_DELETE, _IS_HIDDEN)
        said = self._values_of(object_id, asked)
        kind, size, deletable, hidden = GUID(), c_uint64(0), ctypes.c_int32(1), ctypes.c_int32(0)
        _maybe(said.GetGuidValue, byref(_CONTENT_TYPE), byref(kind))
        _maybe(said.GetUnsignedLargeIntegerValue, byref(_SIZE), byref(size))
        _maybe(said.GetBoolValue, byref(_CAN_DELETE), byref(deletable))
        _maybe(said.GetBoolValue, byref(_IS_HIDDEN), byref(hidden))
        return WpdValues(
            name=_text(said, _FILE_NAME) or _text(said, _NAME),
            persistent_id=_text(said, _PERSISTENT_ID) or object_id,
            is_folder=kind in _FOLDERS,
            bytes=size.value,
            modified=_date(said),
            can_delete=bool(deletable.value),
            is_hidden=bool(hidden.value),
        )

    def object_ids(self, persistent_id: str) -> Sequence[str]:
        found = _out(IVariants)
        wanted = _strings(persistent_id)
        _asked(self._content.GetObjectIDsFromPersistentUniqueIDs, wanted, byref(found))
        number = c_uint32(0)
        _asked(found.GetCount, byref(number))
        texts = []
        for at in range(number.value):
            value = PropVariant()
            _asked(found.GetAt, at, byref(value))
            if value.vt == _VT_LPWSTR and value.payload.text:
                texts.append(str(value.payload.text))
        return texts

    def chunks(self, object_id: str) -> Iterator[bytes]:
        stream, best = _out(IStream), c_uint32(0)
        key = _key(_RESOURCE, 0)
        _asked(self._resources.GetStream, object_id, byref(key), 0, byref(best), byref(stream))
        room = ctypes.create_string_buffer(max(best.value, _CHUNK))
        while True:
            number = c_uint32(0)
            _asked(stream.Read, ctypes.cast(room, c_void_p), len(room), byref(number))
            if not number.value:
                return
            yield room.raw[: number.value]

    def delete(self, object_id: str) -> int:
        results = _out(IVariants)
        _asked(self._content.Delete, 0, _strings(object_id), byref(results))
        value = PropVariant()
        _asked(results.GetAt, 0, byref(value))
        return int(value.payload.raw[0]) & 0xFFFFFFFF

    def close(self) -> None:
        _asked(self._device.Close)

    def _values_of(self, object_id: str, keys: Sequence[PropertyKey]) -> Any:
        wanted, said = _made(_KEYS, IKeys), _out(IValues)
        for key in keys:
            _asked(wanted.Add, byref(key))
        _asked(self._properties.GetValues, object_id, wanted, byref(said))
        return said


def _out(interface: Any) -> Any:
    """Room for an interface that a call hands back."""
    return POINTER(interface)()


def _made(what: GUID, interface: Any) -> Any:
    return _asked(comtypes.client.CreateObject, what, None, None, interface)


def _strings(text: str) -> Any:
    collection = _made(_VARIANTS, IVariants)
    value = PropVariant()
    value.vt, value.payload.text = _VT_LPWSTR, text
    _asked(collection.Add, byref(value))
    return collection


def _maybe(call: Callable[..., object], *arguments: Any) -> bool:
    """A property a device need not have."""
    try:
        _asked(call, *arguments)
    except WpdError:
        return False
    return True


def _text(said: Any, key: PropertyKey) -> str:
    text = c_void_p()
    return _taken(text.value) if _maybe(said.GetStringValue, byref(key), byref(text)) else ""


def _taken(address: int | None) -> str:
    """A string COM made for us: copied and given back."""
    if not address:
        return ""
    text = ctypes.wstring_at(address)
    ctypes.windll.ole32.CoTaskMemFree(c_void_p(address))  # type: ignore[attr-defined]
    return text


def _date(said: Any) -> datetime | None:
    value = PropVariant()
    if not _maybe(said.GetValue, byref(_MODIFIED), byref(value)) or value.vt != _VT_DATE:
        return None
    return (datetime(1899, 12, 30) + timedelta(days=float(value.payload.date))).astimezone()
