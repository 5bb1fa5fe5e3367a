#include "model/calendar.h"
